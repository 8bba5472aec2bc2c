import type { SurveyDefinition, SurveyVersion } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Modal } from '../../ui/modal.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSaved } from '../segments/use-saved.ts'
import { useBuilder } from './form/builder-context.ts'
import { PromptPreview, publicSurveyOf } from './prompt-preview.tsx'
import { howManyInWords, howOftenInWords, type Wording, whenInWords, whoInWords } from './survey-words.ts'
import { useVersions } from './use-survey.ts'
import { changesBetween } from './version-changes.ts'

const words = text.surveys.builder.versions

type Props = { onClose: () => void; onTake: (definition: SurveyDefinition) => void }

/** What was asked when: every version, what changed with it, and how it looked. */
export function VersionsDialog({ onClose, onTake }: Props) {
  const { survey } = useBuilder()
  const query = useVersions(survey.id)
  return (
    <Modal title={words.title} onClose={onClose}>
      <div class="survey-versions">
        <Loaded query={query} skeleton={<Skeleton height={200} />}>
          {({ items }) => (
            <>
              {items.length === 0 && <p class="soft">{words.notLaunched}</p>}
              {items.length === 1 && <p class="soft">{words.none}</p>}
              <ol>
                {items.map((version, at) => (
                  <Version
                    key={version.version}
                    version={version}
                    before={items[at + 1]}
                    isNow={at === 0}
                    onTake={onTake}
                  />
                ))}
              </ol>
            </>
          )}
        </Loaded>
      </div>
    </Modal>
  )
}

type VersionProps = {
  version: SurveyVersion
  before: SurveyVersion | undefined
  isNow: boolean
  onTake: Props['onTake']
}

function Version({
  version: { version, definition, createdAt, memberName, answers },
  before,
  isNow,
  onTake,
}: VersionProps) {
  const { survey, workspace, language, mayChange } = useBuilder()
  const { nameOf } = useSaved()
  const [isOpen, setOpen] = useState(false)
  const wording: Wording = { currency: workspace.currency, nameOf }
  const changes = before ? changesBetween(before.definition, definition, wording) : [words.first]
  return (
    <li class="survey-version">
      <p class="row-facts">
        <strong>{words.version(version)}</strong>
        {isNow && <span class="tag">{words.now}</span>}
        <RelativeTime at={createdAt} />
        {memberName !== null && <span>{words.by(memberName)}</span>}
        <span class="numbers">{words.answers(answers)}</span>
      </p>
      <ul class="survey-version-changes">
        {(changes.length === 0 ? [words.nothing] : changes).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <div class="survey-acts">
        <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hide : words.view(version)}
        </button>
        {isOpen && !isNow && mayChange && (
          <button type="button" class="button" data-look="quiet" onClick={() => onTake(definition)}>
            {words.take}
          </button>
        )}
      </div>
      {isOpen && (
        <>
          <p class="soft small">
            {[
              whoInWords(definition, wording),
              whenInWords(definition),
              howManyInWords(definition),
              howOftenInWords(definition),
            ].join(' · ')}
          </p>
          <PromptPreview
            survey={publicSurveyOf(definition, { id: survey.id, version })}
            look={{ size: 'desktop', theme: 'light', language }}
            workspace={workspace}
          />
        </>
      )}
    </li>
  )
}
