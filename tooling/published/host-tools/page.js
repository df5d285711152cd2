import { ConnectionList, NectarConnect } from '@nectar-connect/react'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const page = createElement('main', null, createElement(NectarConnect), createElement(ConnectionList))
createRoot(document.getElementById('root')).render(page)
