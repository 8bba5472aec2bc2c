import type { IdeaDetail, Member, Workspace } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { Fact } from '../../ui/customer-panel.tsx'
import { DetailPage } from '../../ui/detail-page.tsx'
import { giveFocus } from '../../ui/give-focus.ts'
import { formatCount, formatMoney } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { DeleteIdea } from './delete-idea.tsx'
import { IdeaAnswers } from './idea-answers.tsx'
import { IdeaForm } from './idea-form.tsx'
import './idea.css'
import { IdeaSplitTables } from './idea-split.tsx'
import { IdeaVoters } from './idea-voters.tsx'
import { formatWhole } from './idea-words.ts'
import { LinkList } from './link-list.tsx'
import { listFilters } from './list-filters.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MergedIdeas, MergedNotice } from './merged-ideas.tsx'
import { useIdea, useIdeaChange } from './use-idea.ts'

const words = text.idea

type Props = { id?: string; workspace: Workspace; member: Member }

/** An idea: what is wished, who waits for it and why, and what became of it. */
export function IdeaPage({ id = '', workspace, member }: Props) {
  const { link, filter } = useSegment()
  const query = useIdea(id)
  return (
    <DetailPage query={query} back={link('/ideas', listFilters(filter))} words={words}>
      {(idea) => <Idea key={idea.id} idea={idea} currency={workspace.currency} member={member} />}
    </DetailPage>
  )
}

type IdeaProps = { idea: IdeaDetail; currency: string; member: Member }

function Idea({ idea, currency, member }: IdeaProps) {
  const mayChange = member.role !== 'viewer'
  const { title, body, author, area, createdAt } = idea
  const { link } = useSegment()
  return (
    <div class="split">
      <div class="split-main">
        <MergedNotice idea={idea} mayChange={mayChange} />
        <article class="card panel idea-page">
          <header class="idea-head">
            <PageHeading title={title} />
            {mayChange && <Acts idea={idea} memberId={member.id} />}
          </header>
          {body !== null && (
            <p class="idea-text" dir="auto">
              {body}
            </p>
          )}
          <p class="row-facts soft">
            <span class="tag">{text.ideas.state[idea.state]}</span>
            {area && <bdi>{area.name}</bdi>}
            <span>
              {author ? (
                <a href={link(`/people/${author.id}`)} dir="auto">
                  {words.by(personName(author))}
                </a>
              ) : (
                words.byMember
              )}
            </span>
            <RelativeTime at={createdAt} />
          </p>
        </article>
        <IdeaVoters idea={idea} mayChange={mayChange} />
        <LinkList idea={idea} mayChange={mayChange} />
      </div>
      <div class="idea-side">
        <aside class="card panel" aria-label={words.figures}>
          <h2>{words.figures}</h2>
          <dl class="facts numbers">
            <Fact name={text.ideas.columns.votes}>{formatCount(idea.votes)}</Fact>
            <Fact name={text.ideas.columns.accounts}>{formatCount(idea.accounts)}</Fact>
            <Fact name={text.common.customer.spend}>{formatMoney(idea.spendMinor, currency)}</Fact>
            <Fact name={text.ideas.columns.balanced}>{formatWhole(idea.balancedMinor, currency)}</Fact>
          </dl>
        </aside>
        <IdeaAnswers idea={idea} memberId={member.id} mayChange={mayChange} />
        <MergedIdeas idea={idea} mayChange={mayChange} />
        <IdeaSplitTables ideaId={idea.id} currency={currency} />
      </div>
    </div>
  )
}

type Open = 'edit' | 'merge' | 'remove'

/** What can be done with the idea as a whole. */
function Acts({ idea, memberId }: { idea: IdeaDetail; memberId: string }) {
  const [open, setOpen] = useState<Open | null>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const change = useIdeaChange(idea.id)
  const close = () => {
    setOpen(null)
    change.reset()
    giveFocus(opener.current)
  }
  const button = (what: Open, label: string) => (
    <button
      type="button"
      class="button"
      data-look={what === 'remove' ? 'quiet' : undefined}
      aria-haspopup="dialog"
      onClick={(event) => {
        opener.current = event.currentTarget
        setOpen(what)
      }}
    >
      {label}
    </button>
  )
  return (
    <div class="idea-acts">
      {button('edit', words.edit)}
      {button('merge', words.merge)}
      {button('remove', words.remove)}
      {open === 'edit' && (
        <IdeaForm
          memberId={memberId}
          title={words.form.editTitle}
          confirm={words.form.save}
          idea={idea}
          isPending={change.isPending}
          error={change.error}
          onSave={(written) => change.mutateAsync(written, { onSuccess: close })}
          onClose={close}
        />
      )}
      {open === 'merge' && <MergeDialog idea={idea} onClose={close} />}
      {open === 'remove' && <DeleteIdea idea={idea} onClose={close} />}
    </div>
  )
}
