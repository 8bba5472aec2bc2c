// Test files share the page of their worker: each begins as if it had just been opened.
history.replaceState(null, '', '/')
localStorage.clear()
sessionStorage.clear()
document.body.replaceChildren()
