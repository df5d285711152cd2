import { createElement as h, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** How `react-plaid-link` works: a token, a script from elsewhere, and what that script does adds the frame. */
function LinkButton() {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    if (location.hash === '#warm') void loadScript()
  }, [])
  useEffect(() => {
    if (token !== null) void loadScript().then(() => window.openFrame(token))
  }, [token])
  async function open() {
    const response = await fetch('/token', { method: 'POST' })
    setToken((await response.json()).token)
  }
  return h('button', { type: 'button', onClick: open }, 'Connect a utility account')
}

declare global {
  interface Window {
    /** Of the script. */
    openFrame(token: string): void
  }
}

let loading: Promise<void> | null = null

function loadScript(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/their-script.js'
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('The script was not loaded.'))
    document.body.append(script)
  })
  return loading
}

const root = document.getElementById('root')
if (root) createRoot(root).render(h(LinkButton))
