// As much of these as the hosts use: what hosts have in front of us comes without types of its own.

type Middleware = import('express-4').RequestHandler

declare module 'compression' {
  export default function compression(options: { threshold: number }): Middleware
}

declare module 'cookie-session' {
  export default function cookieSession(options: { name: string; keys: string[] }): Middleware
}

declare module 'express-session' {
  export default function session(options: {
    secret: string
    resave: boolean
    saveUninitialized: boolean
  }): Middleware
}

declare module 'morgan' {
  export default function morgan(format: string): Middleware
}
