import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate } from './menu-template'

type Entry = MenuItemConstructorOptions

const menuOn = (platform: NodeJS.Platform, chosen: string[] = []): Entry[] =>
  menuTemplate(platform, { find: ['Mod+I'], redo: [] }, id => chosen.push(id))
const entriesOf = (menu: readonly Entry[]): Entry[] =>
  menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
const rolesOf = (menu: readonly Entry[]): unknown[] =>
  [...menu, ...entriesOf(menu)].flatMap(({ role }) => role ?? [])

it('has the menu of the program on a Mac, where a window is closed and the program goes on', () => {
  expect(menuOn('darwin')[0]).toEqual({ role: 'appMenu' })
  expect(rolesOf(menuOn('darwin'))).toContain('close')
  expect(rolesOf(menuOn('darwin'))).not.toContain('quit')
})

it.each(['linux', 'win32'] as const)('ends the program from the project menu on %s', platform => {
  expect(menuOn(platform)[0]?.label).toBe('Project')
  expect(rolesOf(menuOn(platform))).toContain('quit')
  expect(rolesOf(menuOn(platform))).not.toContain('appMenu')
})

it('leaves copying in fields to the menu on a Mac, and to the window elsewhere', () => {
  for (const platform of ['darwin', 'linux'] as const) {
    const copy = entriesOf(menuOn(platform)).find(({ role }) => role === 'copy')
    expect(copy?.registerAccelerator).toBe(platform === 'darwin')
  }
})

it('shows the keys as they were changed, and takes none from the window', () => {
  const entries = entriesOf(menuOn('linux'))
  const keyOf = (label: string): unknown => entries.find(one => one.label === label)?.accelerator
  expect(keyOf('Find in the article')).toBe('CmdOrCtrl+I')
  expect(keyOf('Redo')).toBeUndefined()
  expect(keyOf('Undo')).toBe('CmdOrCtrl+Z')
  for (const { accelerator, registerAccelerator } of entries)
    if (accelerator !== undefined) expect(registerAccelerator).toBe(false)
})

it('asks the window for the command of an entry', () => {
  const chosen: string[] = []
  const undo = entriesOf(menuOn('linux', chosen)).find(({ label }) => label === 'Undo')
  ;(undo?.click as (() => void) | undefined)?.()
  expect(chosen).toEqual(['undo'])
})
