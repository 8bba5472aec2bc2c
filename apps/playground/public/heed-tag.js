// Puts the tag in: the key of the sample, or of the workspace that the address names (`?key=pk_…`), which stays for as
// long as this tab. Of another key than the sample's the newest configuration is wanted: somebody is trying things out.
;(() => {
  const sampleKey = 'pk_sample'
  const named = new URLSearchParams(location.search).get('key')
  const kept = () => {
    try {
      if (named) sessionStorage.setItem('northbank.key', named)
      return sessionStorage.getItem('northbank.key')
    } catch {
      return null // blocked storage: the key holds until the page is left
    }
  }
  const wanted = kept() ?? named ?? sampleKey
  const key = /^pk_[\w-]{1,80}$/.test(wanted) ? wanted : sampleKey
  const address = `/w/${key}.js${key === sampleKey ? '' : `?at=${Date.now()}`}`
  const policy = window.trustedTypes?.createPolicy('northbank', { createScriptURL: (url) => url })
  const tag = document.createElement('script')
  tag.async = true
  tag.src = policy ? policy.createScriptURL(address) : address
  document.head.append(tag)
})()
