import { NectarConnect, NectarConnectProvider } from '@nectar-connect/react'
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'

/** A page of a host with one connect button. With `#warm` it loads what stands behind it when it has nothing to do. */
const preload = location.hash === '#warm'
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    h(NectarConnectProvider, { app: { name: 'Fernway' }, children: h(NectarConnect, { preload }) }),
  )
