import { hydrateRoot } from 'react-dom/client'
import { Page } from './page.tsx'

const root = document.querySelector<HTMLElement>('#root')
if (!root) throw new Error('The document has no #root.')
const { basePath = '', token } = root.dataset
hydrateRoot(root, <Page basePath={basePath} token={token ?? null} />)
