import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { linkTokenOf, nextAddress } from './next-address.ts'
import './sign-in.css'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-session.ts'
import { useSignUpState } from './use-sign-up.ts'

const words = text.signIn

export function SignInPage() {
  const { url, route } = useLocation()
  const signIn = useSignIn()
  const { mutate, isPending, variables } = signIn
  const signUp = useSignUpState().data
  const isNew = signUp?.open === true && signUp.first && !isPending

  const goOn = () => route(nextAddress(new URL(url, location.origin).searchParams.get('next'), location.origin), true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page listens from when it opens until it goes
  useEffect(() => {
    const followLink = () => {
      const linkToken = linkTokenOf(location.hash)
      if (linkToken === null) return
      // Out of the address and the history before anything else can read it.
      history.replaceState(null, '', location.pathname + location.search)
      mutate({ linkToken }, { onSuccess: goOn })
    }
    followLink()
    // A link pasted into the address bar of this very page changes nothing but the fragment.
    addEventListener('hashchange', followLink)
    return () => removeEventListener('hashchange', followLink)
  }, [])

  // An empty server has nobody to sign in.
  useEffect(() => {
    if (isNew) route('/new-workspace', true)
  }, [isNew, route])

  const isLink = isPending && variables !== undefined && 'linkToken' in variables

  return (
    <main class="sign-in" id="main">
      <div class="sign-in-card card">
        <Mark />
        <PageHeading title={words.title} />
        <p class="soft">{words.lead}</p>
        {isLink ? <p role="status">{words.withLink}</p> : <SignInForm signIn={signIn} onDone={goOn} />}
        {signUp?.open && (
          <a class="sign-in-other" href="/new-workspace">
            {words.newWorkspace}
          </a>
        )}
      </div>
    </main>
  )
}
