/** Callers of the APIs are told that an address cannot be read; readers of a page find what it says of an unknown one. */
const ofAnApi = /^\/(api|v1|w)\//

const isReadable = (path: string): boolean => {
  try {
    decodeURI(path)
    return true
  } catch {
    return false
  }
}

/** The address of a request as it is routed: where that of a page cannot be decoded, each `%` in it stands for itself. */
export const readableAddress = (address: string): string => {
  const [path = ''] = address.split('?', 1)
  if (ofAnApi.test(path) || isReadable(path)) return address
  return path.replaceAll('%', '%25') + address.slice(path.length)
}
