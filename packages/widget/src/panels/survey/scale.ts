import { type ScoredKind, scoreRange } from '@heed/contracts/survey-kinds'
import type { Face } from './radios.ts'
import type { Way, WayOptions } from './way.ts'

/**
 * A row of buttons, one for each score of the kind.
 * @param faceOf what the button of a score shows
 * @param look class of the row
 */
export function scale(
  kind: ScoredKind,
  { room, onGiven, radioGroup }: WayOptions,
  faceOf: (score: number, first: number, last: number) => Face = (score) => ({ shows: `${score}` }),
  look: string = kind,
): Way {
  const [first, last] = scoreRange[kind]
  const faces: Face[] = []
  for (let score = first as number; score <= last; score++) faces.push(faceOf(score, first, last))
  const onChoose = (at: number) => onGiven({ score: first + at })
  const { group, mark, stop } = radioGroup(faces, { look: `scale ${look}`, dir: room.locale.dir, first, onChoose })
  return { part: group, show: ({ score = first - 1 }) => mark(score - first), stop }
}
