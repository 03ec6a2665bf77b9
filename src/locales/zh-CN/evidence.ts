import type { EvidenceProblem } from '@/domain/evaluation/evidence'

const problem: Record<EvidenceProblem, string> = {
  empty: '“{name}”是空文件，没有加入。',
  'file-too-large': '“{name}”超过 {file} MB，没有加入。请压缩或拆分后再加。',
  'evaluation-too-large': '加入“{name}”后本项目的佐证会超过 {evaluation} MB，没有加入。',
  repeated: '“{name}”的内容已在这一行的佐证里。',
}

export const evidence = {
  none: '没有佐证材料。',
  whole: '整个项目',
  add: '添加文件',
  remove: '移除',
  removeOf: '移除 {name}',
  elsewhere: '其他各行另有 {count} 份。',
  help: '可把文件拖到这里。单个文件不超过 {file} MB，一个项目合计不超过 {evaluation} MB；文件只存在本机，随备份和数据包走。',
  problem,
}
