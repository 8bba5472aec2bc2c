// Keeps what the page says until the widget has loaded. The queue of the embedding guide, as a file of its own.
window.heed =
  window.heed ||
  function () {
    window.heed.q = window.heed.q || []
    // biome-ignore lint/complexity/noArguments: what the guide's snippet queues is the arguments object.
    window.heed.q.push(arguments)
  }
