/**
 * What parts of the widget call each other by, and nothing else does: on no wire, in no storage, in no file of words, no
 * export of a module, no interface of the browser. The build makes a letter of each, the same one in every file.
 */
export const innerNames = [
  ...['look', 'wishes', 'whenLoaded', 'watching', 'settled', 'watchTriggers', 'kept', 'place', 'named', 'isOver'],
  ...['fetchModule', 'scriptUrl', 'colours', 'readAccent', 'lightOf', 'textOn', 'dueAt', 'pageName', 'nowOpen', 'say'],
  ...['lookForReplies', 'allowed', 'settle', 'announce', 'visitor', 'radioGroup', 'closeLabel', 'onChoose', 'onGiven'],
  ...['onClose', 'fetchFollowUp', 'mountSurvey', 'roomOf', 'bodyOf', 'stageIn', 'mayAsk', 'atOnce', 'newId', 'dress'],
  ...['accentOf', 'isOpening', 'introduce', 'keepDraft', 'complain', 'newRequestId', 'isKept'],
]

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstu'

/** As Terser takes it: by which name, after a `$`, goes which letter. */
export const shortNames = () => Object.fromEntries(innerNames.map((name, at) => [`$${name}`, letters[at]]))
