import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import { createNectarConnect, NectarConnectError, type NectarConnectServer } from '@nectar-connect/server'
import { toExpressHandler } from '@nectar-connect/server/express'
import { Controller, Get, Inject, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

const nectar = createNectarConnect({
  apiKey: 'a-key-of-nobody',
  nectar: { sandbox: 'http://localhost:9' },
  authorize: () => null,
  logger: { debug() {}, info() {}, warn() {}, error() {} },
})

@Controller('utilities')
class UtilitiesController {
  @Inject('nectar')
  private readonly server!: NectarConnectServer

  @Get()
  async list() {
    try {
      await this.server.ping()
      return { code: null }
    } catch (error) {
      return { code: NectarConnectError.isInstance(error) ? error.code : 'not ours' }
    }
  }
}

@Module({ controllers: [UtilitiesController], providers: [{ provide: 'nectar', useValue: nectar }] })
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule, { logger: false })
  app.use('/api/nectar', toExpressHandler(nectar))
  const server = await app.listen(0)
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const status = async (path: string) => (await fetch(origin + path)).status
  const utilities = await (await fetch(`${origin}/utilities`)).json()
  console.log(
    JSON.stringify({
      health: await status('/api/nectar/health'),
      connections: await status('/api/nectar/connections'),
      utilities,
    }),
  )
  await app.close()
  await nectar.close()
}

void main()
