import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { copyWithoutNoise, isNoise } from './noise.mjs'

it.each([
  '[9876:1123/020716.631266:ERROR:bus.cc(407)] Failed to connect to the bus: no socket',
  '[9905:1123/020717.045667:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors',
  '[9905:1123/020717.045667:ERROR:dbus/object_proxy.cc:573] Failed to call method',
  '[9905:1123/020717.045667:WARNING:gpu/command_buffer/service/x.cc:12] slow',
])('leaves out %j', line => {
  expect(isNoise(line)).toBe(true)
})

it.each([
  'Error: the project is damaged',
  '[1:1123/020722.061030:FATAL:bus.cc(504)] Failed to shutdown.',
  '[1:1123/020722.061030:ERROR:zygote_host_impl_linux.cc(101)] Running as root without --no-sandbox',
  'gpu',
])('keeps %j', line => {
  expect(isNoise(line)).toBe(false)
})

it('copies lines that come in pieces, and the last one without its end', async () => {
  const from = new PassThrough()
  const to = new PassThrough()
  copyWithoutNoise(from, to)
  from.write('one\n[1:1123/020716.631266:ERROR:bus.cc')
  from.write('(407)] Failed\ntwo')
  from.end()
  await new Promise(resolve => from.once('end', resolve))
  expect(String(to.read())).toBe('one\ntwo')
})
