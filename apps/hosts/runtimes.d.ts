// As much of each runtime as these hosts use: their own types do not get along with those of Node.

declare module 'cloudflare:workers' {
  export const env: Record<string, string | undefined>
}

declare const Deno: {
  serve(handler: (request: Request, info: object) => Response | Promise<Response>): unknown
  serve(
    options: { port: number },
    handler: (request: Request, info: object) => Response | Promise<Response>,
  ): unknown
}

declare const Bun: {
  serve(options: {
    port?: number
    fetch: (request: Request, server: object) => Response | Promise<Response>
  }): unknown
}
