/** What pdf.js draws on, where there is no document whose elements it would take. */

interface Drawing {
  canvas: OffscreenCanvas
  context: OffscreenCanvasRenderingContext2D | null
}

export class ThreadCanvases {
  create(widthPx: number, heightPx: number): Drawing {
    const canvas = new OffscreenCanvas(widthPx, heightPx)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }
  reset({ canvas }: Drawing, widthPx: number, heightPx: number): void {
    canvas.width = widthPx
    canvas.height = heightPx
  }
  destroy({ canvas }: Drawing): void {
    canvas.width = 0
    canvas.height = 0
  }
}

/** The filters of pdf.js are SVG elements. A file of ours asks for none. */
export class NoFilters {
  addFilter = none
  addHCMFilter = none
  addAlphaFilter = none
  addLuminosityFilter = none
  addKnockoutFilter = none
  addHighlightHCMFilter = none
  addSelectionHCMFilter = none
  addSelectionFilter = none
  createSelectionStyle(): null {
    return null
  }
  destroy(): void {
    // There is nothing to give back.
  }
}

function none(): string {
  return 'none'
}

/** pdf.js names the kinds that a page has; of a document it takes but the fonts, and of a canvas what both kinds have. */
export function isDocument(value: unknown): value is HTMLDocument {
  return typeof value === 'object' && value !== null && 'fonts' in value
}

export function isElement(value: unknown): value is HTMLCanvasElement {
  return value instanceof OffscreenCanvas
}
