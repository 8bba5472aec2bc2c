// Test files share the page of their worker: each begins as if it had just been opened.
if (typeof document !== 'undefined') {
  history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
  const { documentElement: root, head, body } = document
  for (const { name } of [...root.attributes]) root.removeAttribute(name)
  for (const part of [...root.children]) if (part !== head && part !== body) part.remove()
  head.replaceChildren()
  body.replaceChildren()
}
