import { QueryClientProvider } from '@tanstack/preact-query'
import { useRef, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { ApiProblem } from './api.ts'
import { AccountPage } from './features/accounts/account-page.tsx'
import { AccountsPage } from './features/accounts/accounts-page.tsx'
import { IdeasPage } from './features/ideas/ideas-page.tsx'
import { OverviewPage } from './features/overview/overview-page.tsx'
import { PeoplePage } from './features/people/people-page.tsx'
import { PersonPage } from './features/people/person-page.tsx'
import { ResponsePage } from './features/responses/response-page.tsx'
import { ResponsesPage } from './features/responses/responses-page.tsx'
import { SegmentsPage } from './features/segments/segments-page.tsx'
import { SettingsPage } from './features/settings/settings-page.tsx'
import { signInAddress } from './features/sign-in/next-address.ts'
import { SignInPage } from './features/sign-in/sign-in-page.tsx'
import { useSession } from './features/sign-in/use-session.ts'
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
  const toSignIn = useRef(() => {})
  toSignIn.current = () => {
    if (path !== '/sign-in') route(signInAddress(url), true)
  }
  const [client] = useState(() => createQueryClient(() => toSignIn.current()))
  return (
    <QueryClientProvider client={client}>
      {path === '/sign-in' ? <SignInPage /> : <SignedInPages />}
    </QueryClientProvider>
  )
}

function SignedInPages() {
  const session = useSession()
  if (session.data === undefined) {
    const isProblem = session.error && !(session.error instanceof ApiProblem && session.error.code === 'not_signed_in')
    return isProblem ? (
      <main class="sign-in">
        <ProblemBlank error={session.error} onRetry={() => session.refetch()} />
      </main>
    ) : null
  }
  const { workspace, member } = session.data
  return (
    <Shell session={session.data}>
      <Router>
        <Route path="/" component={OverviewPage} workspace={workspace} />
        <Route path="/responses" component={ResponsesPage} />
        <Route path="/responses/:id" component={ResponsePage} />
        <Route path="/tickets" component={TicketsPage} workspace={workspace} />
        <Route path="/tickets/:id" component={TicketPage} workspace={workspace} member={member} />
        <Route path="/ideas" component={IdeasPage} workspace={workspace} member={member} />
        <Route path="/people/:id" component={PersonPage} workspace={workspace} />
        <Route path="/accounts/:id" component={AccountPage} workspace={workspace} />
        <Route path="/people" component={PeoplePage} workspace={workspace} />
        <Route path="/accounts" component={AccountsPage} workspace={workspace} />
        <Route path="/segments" component={SegmentsPage} workspace={workspace} member={member} />
        <Route path="/settings/:section?" component={SettingsPage} workspace={workspace} member={member} />
        <Route default component={NotFoundPage} />
      </Router>
    </Shell>
  )
}
