import { toNextHandlers } from '@nectar-connect/server/next'
import { nectar } from '../../../../nectar.ts'

export const { GET, POST, OPTIONS } = toNextHandlers(nectar)
