// Keeps what the page says until the widget has loaded.
// biome-ignore lint/complexity: the same text as in the embedding guide, which must run in any browser as it is.
window.heed=window.heed||function(){(heed.q=heed.q||[]).push(arguments)}
