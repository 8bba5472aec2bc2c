/** One line for the developer of the host page. */
export function warn(line: string): undefined {
  // biome-ignore lint/suspicious/noConsole: whoever builds the host page has no other sign of it
  console.warn(`heed: ${line}`)
}
