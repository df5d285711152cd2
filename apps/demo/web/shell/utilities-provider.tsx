import { NectarConnectProvider } from '@nectar-connect/react'
import type { ReactNode } from 'react'
import { useSignedIn } from '../session/signed-in.tsx'
import { signInAgain } from '../session/use-session.ts'
import { usePreferences } from '../settings/use-preferences.ts'
import { useWords } from '../settings/use-words.ts'

const HOST = {
  name: 'Plumbline',
  supportEmail: 'help@plumbline.example',
  termsUrl: 'https://plumbline.example/terms',
  privacyUrl: 'https://plumbline.example/privacy',
}

/** Nectar Connect for everything below: where its handler is mounted, who the host is, how it should look. */
export function UtilitiesProvider({ children }: { children: ReactNode }) {
  const preferences = usePreferences()
  const { theme, preset } = preferences
  const messages = useWords(preferences)
  const { session } = useSignedIn()
  return (
    <NectarConnectProvider
      // Whoever signs in next without a reload starts with nothing of the one before.
      key={`${session.company.slug}/${session.role}`}
      basePath="/api/nectar"
      app={HOST}
      appearance={{ theme, preset }}
      messages={messages}
      onSignedOut={() => signInAgain(session)}
    >
      {children}
    </NectarConnectProvider>
  )
}
