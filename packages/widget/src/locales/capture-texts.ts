/**
 * What the screenshot editor says; comes with it, with a note for the translator. One file a language stands in the folder of the same name.
 * `{name}` in braces is filled in: keep it as it is. Second person, short, no exclamation marks.
 */
export type CaptureTexts = {
  /** Title of the editor, which shows a picture of the page. */
  title: string
  /** Below it: what was typed into fields is covered in the picture; the reader may cover more. */
  note: string
  /** Says what the row of buttons is; read by screen readers. */
  tools: string
  /** Button that chooses a tool: cut the picture down. One short word; 10 letters fit on a phone. */
  crop: string
  /** Button that chooses a tool: draw a frame around something to point it out. As short. */
  box: string
  /** Button that chooses a tool: cover something for good. As short. */
  hide: string
  /** Button, drawn as an arrow: takes the last step back. */
  undo: string
  /** Button, drawn as an arrow: does the step again. */
  redo: string
  /** Button that leaves the editor without a picture. */
  cancel: string
  /** Button that takes the picture over as it is now. */
  use: string
  /** What to do with the pointer or finger, for each tool. */
  cropHint: string
  boxHint: string
  hideHint: string
  /** What to do without a pointer; follows any of the three. Enter, Shift: as the keys are called in your language. */
  keysHint: string
  /** Name of the picture, where the tools are used; read by screen readers. */
  picture: string
  /** Read by screen readers while the frame is moved. All four are percentages of the picture. */
  frameAt: string
  /** Read by screen readers when a step is done. */
  cropped: string
  boxed: string
  hidden: string
  undone: string
  redone: string
}
