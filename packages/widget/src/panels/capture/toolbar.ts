import type { CaptureTexts } from '../../locales/capture-texts.ts'
import { element } from '../../ui/element.ts'
import type { Tool } from './marks.ts'

const tools: Tool[] = ['box', 'hide', 'crop']

/** Lines on a grid of 20; an arrow back and its mirror image for the steps. */
const icons: Record<Tool | 'undo' | 'redo', string> = {
  box: 'M3 5h14v10H3z',
  hide: 'M3 5h14v10H3zM3 12l7-7M4 15l10-10M10 15l7-7',
  crop: 'M6 2v12h12M2 6h12v12',
  undo: 'M7 4 3 8l4 4M3 8h9a4.5 4.5 0 0 1 0 9H8',
  redo: 'm13 4 4 4-4 4M17 8H8a4.5 4.5 0 0 0 0 9h4',
}

export type Toolbar = {
  group: HTMLElement
  /** Shows which tool is chosen, and whether there is a step to take back or to do again. */
  show(tool: Tool, canUndo: boolean, canRedo: boolean): void
}

type ToolbarOptions = {
  texts: CaptureTexts
  /** @param byKey whether it was chosen without a pointer */
  onTool(tool: Tool, byKey: boolean): void
  onUndo(): void
  onRedo(): void
}

export function createToolbar({ texts, onTool, onUndo, onRedo }: ToolbarOptions): Toolbar {
  const buttons = tools.map((tool) => {
    const button = element('button', { type: 'button', class: 'plain tool' }, icon(tool), texts[tool])
    button.addEventListener('click', ({ detail }) => onTool(tool, detail === 0))
    return { tool, button }
  })
  const step = (name: 'undo' | 'redo', onStep: () => void) => {
    const label = { 'aria-label': texts[name], title: texts[name] }
    const button = element('button', { type: 'button', class: 'plain step', ...label }, icon(name))
    // It stays where the focus can be: a disabled button would lose it.
    button.addEventListener('click', () => button.ariaDisabled !== 'true' && onStep())
    return button
  }
  const [back, again] = [step('undo', onUndo), step('redo', onRedo)]
  const group = element('div', { class: 'tools', role: 'group', 'aria-label': texts.tools })
  group.append(...buttons.map(({ button }) => button), back, again)

  return {
    group,
    show(chosen, canUndo, canRedo) {
      for (const { tool, button } of buttons) button.setAttribute('aria-pressed', `${tool === chosen}`)
      back.ariaDisabled = `${!canUndo}`
      again.ariaDisabled = `${!canRedo}`
    },
  }
}

const svg = 'http://www.w3.org/2000/svg'

function icon(name: keyof typeof icons): SVGElement {
  const drawing = document.createElementNS(svg, 'svg')
  const path = document.createElementNS(svg, 'path')
  drawing.setAttribute('viewBox', '0 0 20 20')
  drawing.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', icons[name])
  drawing.append(path)
  return drawing
}
