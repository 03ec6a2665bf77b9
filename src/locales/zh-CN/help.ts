export const help = {
  contents: '目录',
  search: '在规则中查找',
  found: '共 {count} 条规则',
  none: '没有找到“{text}”。',
}
