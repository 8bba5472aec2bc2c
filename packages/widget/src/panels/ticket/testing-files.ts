import { ticketPanel } from './testing.ts'

export const picture = (name = 'list.png', bytes = 2000) =>
  new File([new Uint8Array(bytes)], name, { type: 'image/png' })

/** The form of somebody who attaches files; afresh for each test of the file. */
export function filesPanel() {
  const { panel, settle, field, alarms, ...form } = ticketPanel()
  return {
    ...form,
    panel,
    settle,
    field,
    names: () => [...panel.place.querySelectorAll('.files bdi')].map(({ textContent }) => textContent),
    alarms: () => alarms().join(''),
    async choose(...files: File[]) {
      const chooser = panel.place.querySelector<HTMLInputElement>('input[type=file]')
      if (!chooser) throw new Error('there is no file to choose')
      Object.defineProperty(chooser, 'files', { value: files, configurable: true })
      chooser.dispatchEvent(new Event('change'))
      await settle()
    },
    /** Something that carries files, as a paste or a drop does. */
    carry(type: 'paste' | 'drop', files: File[], types: string[]) {
      const event = new Event(type, { bubbles: true, cancelable: true })
      Object.assign(event, { [type === 'paste' ? 'clipboardData' : 'dataTransfer']: { files, types } })
      field().dispatchEvent(event)
      return event
    },
  }
}
