export type Colours = ReturnType<typeof readColours>

/** The tokens as a canvas needs them: a probe resolves light-dark() for the theme that the host has at the moment. */
export function readColours(host: HTMLElement) {
  const probe = host.appendChild(document.createElement('span'))
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    line: read('--accent'),
    band: read('--margin-band'),
    bar: read('--line-strong'),
    axis: read('--text-soft'),
    text: read('--text'),
    grid: read('--line'),
    zero: read('--line-strong'),
    surface: read('--surface'),
    font: `12px ${getComputedStyle(host).fontFamily}`,
  }
  probe.remove()
  return colours
}
