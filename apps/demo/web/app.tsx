import { useEffect } from 'react'
import { SignIn } from './pages/sign-in.tsx'
import { navigate } from './router/navigate.ts'
import { ROUTES } from './router/routes.ts'
import { usePath } from './router/use-path.ts'
import { SignedInProvider } from './session/signed-in.tsx'
import { useSession } from './session/use-session.ts'
import { AppShell } from './shell/app-shell.tsx'
import { UtilitiesProvider } from './shell/utilities-provider.tsx'
import { Problem } from './ui/problem.tsx'

export function App() {
  const session = useSession()
  const path = usePath()
  const signedIn = session.data?.session ?? null
  const landing = signedIn?.company.stage === 'setup' ? ROUTES.setup : ROUTES.overview

  useEffect(() => {
    if (signedIn && path === '/') navigate(landing, 'replace')
  }, [signedIn, path, landing])

  if (session.isPending) return <div className="blank" aria-busy="true" />
  if (session.isError) {
    return (
      <main className="blank">
        <Problem message={session.error.message} onRetry={() => session.refetch()} />
      </main>
    )
  }
  if (!signedIn) return <SignIn companies={session.data.companies} />
  if (path === '/') return <div className="blank" aria-busy="true" />
  return (
    <SignedInProvider value={{ session: signedIn, companies: session.data.companies }}>
      <UtilitiesProvider key={signedIn.company.slug}>
        <AppShell path={path} />
      </UtilitiesProvider>
    </SignedInProvider>
  )
}
