/** CJK radicals supplement and the ideographs they look like (Unicode EquivalentUnifiedIdeograph), in pairs. */
const SUPPLEMENT = new Map<string, string>(
  Array.from(
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺑尣⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳罓⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', ideograph = '']) => [radical, ideograph],
  ),
)

const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff]/gu

/**
 * Ideographs for the radicals that pdf writers put in their place: ⼀ (U+2F00) is 一, ⻓ (U+2ED3)
 * is 长. Kangxi radicals and compatibility ideographs fold by Unicode, the supplement by a table.
 */
export function foldRadicals(text: string): string {
  return text.replace(RADICAL, (letter) => SUPPLEMENT.get(letter) ?? letter.normalize('NFKC'))
}
