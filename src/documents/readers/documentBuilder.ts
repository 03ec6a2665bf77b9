import type { Grid, GridDocument } from '../grid'
import { buildGrid, type FoundCell, tidyText } from './buildGrid'
import { LIMITS } from './limits'
import { ReadRefusal } from './readRefusal'
import { titleOf } from './titleOf'

/** A table that has begun; its grid is filled in when it ends, in the order of beginnings. */
export interface OpenTable {
  number: number
  textBefore: Grid['textBefore']
}

/** Collects the tables and the text between them of a document that flows. */
export class DocumentBuilder {
  private readonly grids: (Grid | undefined)[] = []
  private text: Grid['textBefore'] = []
  private paragraphs = 0

  constructor(private readonly fileName: string) {}

  /** A paragraph outside tables; blank ones only count. */
  addParagraph(text: string, place?: string): void {
    this.paragraphs++
    const tidy = tidyText(text)
    if (tidy) this.text.push({ text: tidy, place: place ?? `第${this.paragraphs}段` })
  }

  /** @throws ReadRefusal `too-many-tables` */
  beginTable(): OpenTable {
    if (this.grids.length >= LIMITS.tables)
      throw new ReadRefusal('too-many-tables', `文件中的表格超过上限 ${LIMITS.tables} 个。`)
    const textBefore = this.text
    this.text = []
    this.grids.push(undefined)
    return { number: this.grids.length, textBefore }
  }

  endTable(table: OpenTable, cells: readonly FoundCell[], place = `表${table.number}`): void {
    const { textBefore } = table
    this.grids[table.number - 1] = buildGrid(cells, {
      title: titleOf(textBefore),
      place: `${this.fileName} · ${place}`,
      textBefore,
    })
  }

  /** The document; a table without any text is left out and its text before goes to the next. */
  finish(): GridDocument {
    const grids: Grid[] = []
    let carried: Grid['textBefore'] = []
    for (const grid of this.grids) {
      if (!grid) continue
      const textBefore = [...carried, ...grid.textBefore]
      carried = grid.cells.length === 0 ? textBefore : []
      if (grid.cells.length > 0) grids.push({ ...grid, textBefore })
    }
    return { fileName: this.fileName, grids, textAfter: [...carried, ...this.text] }
  }
}
