import '@nectar-connect/react/styles.css'
import { ConnectionList, NectarConnect } from '@nectar-connect/react'

export default function Page() {
  return (
    <main>
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </main>
  )
}
