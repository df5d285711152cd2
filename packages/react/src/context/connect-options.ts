import type { ConnectClientOptions } from '@nectar-connect/client'
import type { QueryClient } from '@tanstack/react-query'

/** How the backend is reached, and where answers are kept. The same object for as long as these are the same. */
export interface ConnectOptions extends ConnectClientOptions {
  queryClient?: QueryClient | undefined
}
