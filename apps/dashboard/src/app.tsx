import type { Session } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { useRef, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { isSignedOut } from './api.ts'
import { AccountPage } from './features/accounts/account-page.tsx'
import { AccountsPage } from './features/accounts/accounts-page.tsx'
import { ArticlesPage } from './features/articles/articles-page.tsx'
import { EditorPage } from './features/articles/editor-page.tsx'
import { ArticleImportPage } from './features/articles/import-page.tsx'
import { NewArticlePage } from './features/articles/new-article-page.tsx'
import { DeflectionPage } from './features/deflection/deflection-page.tsx'
import { GetStartedPage } from './features/get-started/get-started-page.tsx'
import { IdeaPage } from './features/ideas/idea-page.tsx'
import { IdeasPage } from './features/ideas/ideas-page.tsx'
import { OverviewPage } from './features/overview/overview-page.tsx'
import { PeoplePage } from './features/people/people-page.tsx'
import { PersonPage } from './features/people/person-page.tsx'
import { CommentsPage } from './features/responses/comments-page.tsx'
import { ResponsePage } from './features/responses/response-page.tsx'
import { ResponsesPage } from './features/responses/responses-page.tsx'
import { ComparePage } from './features/results/compare-page.tsx'
import { ResultsPage } from './features/results/results-page.tsx'
import { SamplingPage } from './features/results/sampling-page.tsx'
import { SegmentsPage } from './features/segments/segments-page.tsx'
import { SettingsPage } from './features/settings/settings-page.tsx'
import { SharedPage } from './features/shared/shared-page.tsx'
import { NewWorkspacePage } from './features/sign-in/new-workspace-page.tsx'
import { signInAddress } from './features/sign-in/next-address.ts'
import { SignInAgain } from './features/sign-in/sign-in-again.tsx'
import { SignInPage } from './features/sign-in/sign-in-page.tsx'
import { sessionKey, useSession } from './features/sign-in/use-session.ts'
import { BuilderPage } from './features/surveys/builder-page.tsx'
import { SurveyImportPage } from './features/surveys/import-page.tsx'
import { NewSurveyPage } from './features/surveys/new-survey-page.tsx'
import { SurveysPage } from './features/surveys/surveys-page.tsx'
import { TicketPage } from './features/tickets/ticket-page.tsx'
import { TicketsPage } from './features/tickets/tickets-page.tsx'
import { createQueryClient } from './query-client.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'
import { ProblemBlank } from './ui/problem-notice.tsx'

export function App() {
  return (
    <LocationProvider>
      <Pages />
    </LocationProvider>
  )
}

function Pages() {
  const { url, path, route } = useLocation()
  const [ended, setEnded] = useState<Session | null>(null)
  const toSignIn = useRef(() => {})
  const [client] = useState(() => createQueryClient(() => toSignIn.current()))
  toSignIn.current = () => {
    if (path === '/sign-in') return
    const session = client.getQueryData<Session>(sessionKey)
    // What stands on a page that is open may not be sent yet.
    if (session) setEnded(session)
    else route(signInAddress(url), true)
  }
  return (
    <QueryClientProvider client={client}>
      <Place path={path} />
      {ended && <SignInAgain session={ended} onClose={() => setEnded(null)} />}
    </QueryClientProvider>
  )
}

function Place({ path }: { path: string }) {
  const token = sharedToken(path)
  if (token !== null) return <SharedPage token={token} />
  if (path === '/new-workspace') return <NewWorkspacePage />
  return path === '/sign-in' ? <SignInPage /> : <SignedInPages />
}

/** The token of a page that anybody with the link reads, who need not be signed in. */
const sharedToken = (path: string): string | null => /^\/shared\/([^/]+)\/?$/.exec(path)?.[1] ?? null

function SignedInPages() {
  const session = useSession()
  if (session.data === undefined) {
    const isProblem = session.error && !isSignedOut(session.error)
    return isProblem ? (
      <main class="sign-in">
        <ProblemBlank error={session.error} onRetry={() => session.refetch()} />
      </main>
    ) : null
  }
  const { workspace, member } = session.data
  return (
    // Whoever signs in as somebody else begins anew.
    <Shell key={member.id} session={session.data}>
      <Router>
        <Route path="/" component={OverviewPage} workspace={workspace} />
        <Route path="/get-started" component={GetStartedPage} workspace={workspace} member={member} />
        <Route path="/responses" component={ResponsesPage} member={member} />
        <Route path="/responses/:id" component={ResponsePage} member={member} />
        <Route path="/tickets" component={TicketsPage} workspace={workspace} />
        <Route path="/tickets/:id" component={TicketPage} workspace={workspace} member={member} />
        <Route path="/ideas" component={IdeasPage} workspace={workspace} member={member} />
        <Route path="/ideas/:id" component={IdeaPage} workspace={workspace} member={member} />
        <Route path="/people/:id" component={PersonPage} workspace={workspace} member={member} />
        <Route path="/accounts/:id" component={AccountPage} workspace={workspace} />
        <Route path="/people" component={PeoplePage} workspace={workspace} />
        <Route path="/accounts" component={AccountsPage} workspace={workspace} />
        <Route path="/surveys" component={SurveysPage} workspace={workspace} member={member} />
        <Route path="/surveys/new" component={NewSurveyPage} workspace={workspace} member={member} />
        <Route path="/surveys/import" component={SurveyImportPage} member={member} />
        <Route path="/surveys/:id/edit" component={BuilderPage} workspace={workspace} member={member} />
        <Route path="/surveys/:id" component={ResultsPage} workspace={workspace} member={member} />
        <Route path="/surveys/:id/compare" component={ComparePage} workspace={workspace} member={member} />
        <Route path="/surveys/:id/comments" component={CommentsPage} member={member} />
        <Route path="/surveys/:id/sampling" component={SamplingPage} workspace={workspace} member={member} />
        <Route path="/articles" component={ArticlesPage} member={member} />
        <Route path="/articles/new" component={NewArticlePage} workspace={workspace} member={member} />
        <Route path="/articles/import" component={ArticleImportPage} member={member} />
        <Route path="/articles/:id" component={EditorPage} workspace={workspace} member={member} />
        <Route path="/deflection/:tab?" component={DeflectionPage} workspace={workspace} member={member} />
        <Route path="/segments" component={SegmentsPage} workspace={workspace} member={member} />
        <Route path="/settings/:section?" component={SettingsPage} workspace={workspace} member={member} />
        <Route default component={NotFoundPage} />
      </Router>
    </Shell>
  )
}
