import { ColorSwatch, Field, SwatchPicker } from '@fluentui/react-components';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { Colour } from '../../shared/colour.ts';
import { colourNames } from '../../shared/colour.ts';
import { labelColour } from '../theme/themes.ts';
import styles from './Labels.module.css';

interface ColourPickerProps {
  readonly chosen: Colour | undefined;
  readonly onChange: (colour: Colour | undefined) => void;
}

const none = 'none';

/** One of the palette, or none. */
export function ColourPicker({ chosen, onChange }: ColourPickerProps) {
  const named = chosen ?? none;
  return (
    <Field label="Colour" hint={titleOf(named)}>
      <SwatchPicker
        className={styles.colours}
        shape="circular"
        selectedValue={named}
        onSelectionChange={(_, { selectedValue }) =>
          onChange(colourNames.find((name) => name === selectedValue))
        }
      >
        <ColorSwatch
          value={none}
          color="transparent"
          borderColor="var(--colorNeutralStrokeAccessible)"
          icon={<ProhibitedRegular />}
          aria-label={titleOf(none)}
          title={titleOf(none)}
        />
        {colourNames.map((name) => (
          <ColorSwatch
            key={name}
            value={name}
            color={labelColour(name)}
            aria-label={titleOf(name)}
            title={titleOf(name)}
          />
        ))}
      </SwatchPicker>
    </Field>
  );
}

const titleOf = (name: Colour | typeof none): string =>
  name === none ? 'No colour' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
