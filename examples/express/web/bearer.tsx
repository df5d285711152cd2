import '@nectar-connect/react/styles.css'
import { ConnectionList, NectarConnect, NectarConnectProvider } from '@nectar-connect/react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { API_ORIGIN, callApi } from './call-api.ts'
import { SignInForm } from './sign-in-form.tsx'

function App() {
  // In memory, where nothing but this page gets at it.
  const [token, setToken] = useState<string | null>(null)
  if (token === null) {
    const signIn = async (organization: string) => {
      const answer = await callApi('/token', { organization })
      setToken(((await answer.json()) as { token: string }).token)
    }
    return <SignInForm onSubmit={signIn} />
  }
  return (
    <NectarConnectProvider
      basePath={`${API_ORIGIN}/api/nectar`}
      credentials="omit"
      // Called for each request: a token that was renewed meanwhile is the one that is sent.
      headers={() => ({ authorization: `Bearer ${token}` })}
    >
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </NectarConnectProvider>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
