import type { ReadIssue } from '../../readIssue'

/** What an office file carries besides its text and is not looked at: said, never run or followed. */
export function ignoredParts(names: readonly string[], place: string): ReadIssue[] {
  const issues: ReadIssue[] = []
  if (names.some((name) => /vbaProject\.bin$/i.test(name)))
    issues.push({
      code: 'macros-ignored',
      severity: 'hint',
      place,
      message: '文件带有宏，未运行，只读取内容。',
    })
  if (names.some((name) => /externalLinks\//i.test(name)))
    issues.push({
      code: 'external-links-ignored',
      severity: 'hint',
      place,
      message: '文件引用了其他工作簿，未打开，采用文件中保存的数值。',
    })
  return issues
}
