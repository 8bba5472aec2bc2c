import type { GetStarted, Member, Workspace } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatMoney } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { mayImportArticles } from '../articles/may-write.ts'
import { useKeyList } from '../settings/use-keys.ts'
import './get-started.css'
import { demoAddress, demoSpendMinor } from './page-tag.ts'
import { Step } from './step.tsx'
import { type StepName, stepNames, stepsDone } from './steps.ts'
import { TagStep } from './tag-step.tsx'
import { useGetStarted } from './use-get-started.ts'

const words = text.getStarted
const lookEveryMs = 4_000

type Props = { workspace: Workspace; member: Member }

/** From an empty workspace to the first answer. What is done elsewhere ticks itself off here. */
export function GetStartedPage({ workspace, member }: Props) {
  const query = useGetStarted({ enabled: true, everyMs: lookEveryMs })
  return (
    <div class="page start">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft">{words.lead(workspace.name)}</p>
      </div>
      <Loaded query={query} skeleton={<Skeleton height={640} />}>
        {(state) => <Steps state={state} workspace={workspace} member={member} />}
      </Loaded>
    </div>
  )
}

function Steps({ state, workspace, member }: Props & { state: GetStarted }) {
  const mayChange = member.role === 'owner' || member.role === 'admin'
  const done = stepsDone(state)
  const bodies: Record<StepName, ComponentChildren> = {
    survey: <Way name="survey" isDone={done.survey} to="/surveys/new" doneTo="/surveys" mayGo={mayChange} />,
    demo: <DemoWay isDone={done.demo} isFirst={!done.survey} currency={workspace.currency} />,
    tag: <TagStep workspace={workspace} mayChange={mayChange} hasArrived={done.tag} />,
    articles: (
      <Way
        name="articles"
        isDone={done.articles}
        to="/articles/new"
        doneTo="/articles"
        mayGo={member.role !== 'viewer'}
      >
        {mayImportArticles(member) && (
          <a class="button" data-look="quiet" href="/articles/import">
            {words.articles.import}
          </a>
        )}
      </Way>
    ),
    colleague: (
      <Way name="colleague" isDone={false} to="/settings/members" doneTo="/settings/members" mayGo={mayChange} />
    ),
    identity: (
      <Way
        name="identity"
        isDone={done.identity}
        to="/settings/identity"
        doneTo="/settings/identity"
        mayGo={mayChange}
      />
    ),
  }
  return (
    <>
      <p class="soft numbers">{words.progress(stepNames.filter((name) => done[name]).length, stepNames.length)}</p>
      <ol class="start-steps">
        {stepNames.map((name, at) => (
          <Step key={name} name={name} at={at + 1} title={words[name].title} isDone={done[name]}>
            {name === 'colleague' && done.colleague ? (
              <Done
                body={words.colleague.doneBody(state.members)}
                action={words.colleague.doneAction}
                to="/settings/members"
              />
            ) : (
              bodies[name]
            )}
          </Step>
        ))}
      </ol>
    </>
  )
}

type WayProps = {
  name: 'survey' | 'articles' | 'colleague' | 'identity'
  isDone: boolean
  to: string
  doneTo: string
  mayGo: boolean
  children?: ComponentChildren
}

/** What a step is for and where one does it, or what came of it. */
function Way({ name, isDone, to, doneTo, mayGo, children }: WayProps) {
  const { body, action, doneBody, doneAction } = words[name]
  if (isDone && typeof doneBody === 'string') return <Done body={doneBody} action={doneAction} to={doneTo} />
  return (
    <>
      <p>{body}</p>
      {mayGo ? (
        <div class="start-actions">
          <a class="button" {...(name === 'survey' && { 'data-look': 'main' })} href={to}>
            {action}
          </a>
          {children}
        </div>
      ) : (
        <p class="soft">{words.askAdmin}</p>
      )}
    </>
  )
}

const Done = ({ body, action, to }: { body: string; action: string; to: string }) => (
  <>
    <p>{body}</p>
    <a href={to}>{action}</a>
  </>
)

function DemoWay({ isDone, isFirst, currency }: { isDone: boolean; isFirst: boolean; currency: string }) {
  const key = useKeyList().data?.items.findLast(({ kind }) => kind === 'publishable')
  return (
    <>
      <p>{isDone ? words.demo.doneBody : words.demo.body(formatMoney(demoSpendMinor, currency))}</p>
      {isFirst && !isDone && <p class="soft">{words.demo.first}</p>}
      <div class="start-actions">
        {key && (
          <a
            class="button"
            {...(!isFirst && !isDone && { 'data-look': 'main' })}
            href={demoAddress(key.hint, currency)}
            target="_blank"
            rel="noopener"
          >
            {words.demo.action}
            <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
          </a>
        )}
        {isDone && <a href="/responses">{words.demo.doneAction}</a>}
      </div>
    </>
  )
}
