import '@nectar-connect/react/styles.css'
import { ConnectionList, NectarConnect, NectarConnectProvider } from '@nectar-connect/react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { API_ORIGIN, callApi } from './call-api.ts'
import { SignInForm } from './sign-in-form.tsx'

function App({ wasSignedIn }: { wasSignedIn: boolean }) {
  const [isSignedIn, setIsSignedIn] = useState(wasSignedIn)
  if (!isSignedIn) {
    const signIn = async (organization: string) => {
      await callApi('/sign-in', { organization })
      setIsSignedIn(true)
    }
    return <SignInForm onSubmit={signIn} />
  }
  // Another origin: cookies are sent along by default.
  return (
    <NectarConnectProvider basePath={`${API_ORIGIN}/api/nectar`}>
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </NectarConnectProvider>
  )
}

const session = await callApi('/session')
const { isSignedIn } = (await session.json()) as { isSignedIn: boolean }
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App wasSignedIn={isSignedIn} />
  </StrictMode>,
)
