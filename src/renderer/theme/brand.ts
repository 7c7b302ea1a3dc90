import type { BrandVariants } from '@fluentui/react-components';

/** Deep sea to sky: even steps of lightness in OKLCH, hue 247 to 220, so that neighbours differ alike. */
export const brand: BrandVariants = {
  10: '#010e1d',
  20: '#00192f',
  30: '#002640',
  40: '#003452',
  50: '#004365',
  60: '#025278',
  70: '#02628c',
  80: '#05739f',
  90: '#0585b4',
  100: '#2096c5',
  110: '#41a7d2',
  120: '#5eb9dd',
  130: '#7dc9e8',
  140: '#9cdaf1',
  150: '#c9e7f2',
  160: '#e6f7fd',
};
