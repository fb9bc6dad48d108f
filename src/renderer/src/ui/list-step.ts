/** How many rows a key moves the cursor of a list of `total` rows, `pageRows` being a page; null for a key that does not. Pure. */
export function listStep(key: string, { pageRows, total }: { pageRows: number; total: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return pageRows
    case 'PageUp':
      return -pageRows
    case 'Home':
      return -total
    case 'End':
      return total
    default:
      return null
  }
}
