import { Plus, X } from 'lucide-preact'
import { Fragment } from 'preact'
import { text } from '../../locales/text.ts'
import type { Surroundings } from './condition-fields.tsx'
import { type Acts, ConditionRow } from './condition-row.tsx'
import { type DraftGroup, type How, isGroup } from './draft.ts'

const words = text.segments.editor.group
const hows: How[] = ['all', 'any', 'none', 'notAll']

export type GroupActs = Acts & {
  setHow: (key: number, how: How) => void
  /** Conditions go in here from now on. */
  aim: (key: number) => void
  ungroup: (key: number) => void
}

type Props = {
  group: DraftGroup
  isRoot?: boolean
  openKey: number | null
  /** The group into which conditions go. */
  targetKey: number
  around: Surroundings
  acts: GroupActs
}

/** Conditions and groups with what joins them; a group within a group stands in a box of its own. */
export function GroupPart({ group, isRoot = false, openKey, targetKey, around, acts }: Props) {
  const { key, how, parts } = group
  return (
    <fieldset
      class="group"
      data-key={key}
      data-root={isRoot}
      data-target={!isRoot && targetKey === key}
      aria-label={`${words.how} ${words[how]}`}
    >
      {(!isRoot || parts.length > 1 || how !== 'all') && (
        <div class="group-head">
          <label>
            <span class={isRoot ? undefined : 'visually-hidden'}>{words.how}</span>{' '}
            <select
              class="select"
              value={how}
              onChange={(event) => acts.setHow(key, hows.find((each) => each === event.currentTarget.value) ?? 'all')}
            >
              {hows.map((each) => (
                <option key={each} value={each}>
                  {words[each]}
                </option>
              ))}
            </select>
          </label>
          {!isRoot && <InnerActs group={group} acts={acts} />}
        </div>
      )}
      {parts.length === 0 && !isRoot && <p class="soft small">{words.empty}</p>}
      <ul class="parts">
        {parts.map((part, at) => (
          <Fragment key={part.key}>
            {at > 0 && (
              <li class="joiner soft small" aria-hidden="true">
                {how === 'all' || how === 'notAll' ? words.and : words.or}
              </li>
            )}
            <li>
              {isGroup(part) ? (
                <GroupPart group={part} openKey={openKey} targetKey={targetKey} around={around} acts={acts} />
              ) : (
                <ConditionRow part={part} isOpen={openKey === part.key} around={around} acts={acts} />
              )}
            </li>
          </Fragment>
        ))}
      </ul>
    </fieldset>
  )
}

function InnerActs({ group: { key, parts }, acts }: { group: DraftGroup; acts: GroupActs }) {
  return (
    <div class="group-acts">
      <button type="button" class="button" data-look="quiet" data-stop onClick={() => acts.aim(key)}>
        <Plus size={14} aria-hidden="true" />
        {words.add}
      </button>
      {parts.length > 0 && (
        <button type="button" class="button" data-look="quiet" onClick={() => acts.ungroup(key)}>
          {words.ungroup}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={words.remove}
        title={words.remove}
        onClick={() => acts.remove(key)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
