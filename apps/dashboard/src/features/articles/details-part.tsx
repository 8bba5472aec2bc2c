import type { ArticleContent, ArticleDetail, Workspace } from '@heed/contracts'
import { ChevronDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import type { ArticleDraft } from './article-draft.ts'
import { AudienceField, useAudienceWords } from './audience-field.tsx'
import { type FieldFaults, faultOf } from './field-faults.ts'
import { SlugField } from './slug-field.tsx'

const words = text.articles.editor.details

type Props = {
  draft: ArticleDraft
  article: ArticleDetail | null
  content: ArticleContent
  workspace: Workspace
  mayWrite: boolean
  faults: FieldFaults
}

/** Where an article stands and whom it is for. Closed it says what is set, so that whoever needs no change need not open it. */
export function DetailsPart({ draft, article, content, workspace, mayWrite, faults }: Props) {
  const areas = useAreas().data?.items ?? []
  const audience = useAudienceWords(content.audience, workspace)
  const isAtFault = ['slug', 'areaId', 'audience', 'locale'].some((field) => faultOf(faults, field) !== undefined)
  const area = areas.find(({ id }) => id === content.areaId)
  const said = [
    content.slug ? `/${content.slug}` : words.slugNew,
    area?.name,
    audience,
    content.knownIssue ? words.knownIssue : undefined,
  ]
  return (
    <Disclosure
      title={words.title}
      summary={said.filter((each) => each !== undefined).join(' · ')}
      isAtFault={isAtFault}
    >
      <div class="article-details">
        <SlugField draft={draft} article={article} slug={content.slug} mayWrite={mayWrite} faults={faults} />
        <label class="field">
          <span>{words.area}</span>
          <select
            class="select"
            disabled={!mayWrite}
            value={content.areaId ?? ''}
            onChange={(event) => draft.edit({ areaId: event.currentTarget.value || null })}
          >
            <option value="">{words.noArea}</option>
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <AudienceField
          audience={content.audience}
          onAudience={(next) => draft.edit({ audience: next })}
          workspace={workspace}
          mayWrite={mayWrite}
          fault={faultOf(faults, 'audience')}
        />
        <KnownIssue draft={draft} isOn={content.knownIssue} mayWrite={mayWrite} />
      </div>
    </Disclosure>
  )
}

function KnownIssue({ draft, isOn, mayWrite }: { draft: ArticleDraft; isOn: boolean; mayWrite: boolean }) {
  const id = useId()
  return (
    <div class="article-known-issue">
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={!mayWrite}
          aria-describedby={id}
          onChange={(event) => draft.edit({ knownIssue: event.currentTarget.checked })}
        />
        {words.knownIssue}
      </label>
      <p class="soft small" id={id}>
        {words.knownIssueHint}
      </p>
    </div>
  )
}

type DisclosureProps = { title: string; summary: string; isAtFault: boolean; children: ComponentChildren }

function Disclosure({ title, summary, isAtFault, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const isShown = isOpen || isAtFault
  // It does not close under the hand that mends it.
  useEffect(() => {
    if (isAtFault) setOpen(true)
  }, [isAtFault])
  return (
    <section class="card article-part" aria-labelledby={`${id}-title`} data-fault={isAtFault}>
      <h2>
        <button type="button" aria-expanded={isShown} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <span id={`${id}-title`}>{title}</span>
          {!isShown && <span class="soft article-part-summary">{summary}</span>}
          <ChevronDown size={16} aria-hidden="true" />
        </button>
      </h2>
      <div class="article-part-body" id={id} hidden={!isShown}>
        {isShown && children}
      </div>
    </section>
  )
}
