import { Avatar } from '@fluentui/react-components';
import { BotRegular } from '@fluentui/react-icons/svg/bot';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import type { ReactNode } from 'react';
import { initialsOf } from '../../shared/format.ts';
import type { Label } from '../../shared/label.ts';
import { shownName } from '../../shared/label.ts';
import type { Account } from '../../shared/model.ts';
import { labelColour } from '../theme/themes.ts';

const icons = {
  user: undefined,
  'service-principal': <BotRegular />,
  'managed-identity': <ServerRegular />,
} as const satisfies Record<Account['kind'], ReactNode>;

interface AccountAvatarProps {
  readonly account: Account;
  readonly label: Label | undefined;
}

/** Round for a person, square for a program; in the label's colour where it has one. */
export function AccountAvatar({ account, label }: AccountAvatarProps) {
  const name = shownName(label, account.displayName || account.username);
  const icon = icons[account.kind];
  const style =
    label?.colour === undefined
      ? {}
      : { background: labelColour(label.colour), color: 'var(--colorNeutralBackground1)' };
  return (
    <Avatar
      size={32}
      {...(icon === undefined
        ? { initials: { children: initialsOf(name), style } }
        : { icon: { children: icon, style }, shape: 'square' as const })}
      color="colorful"
      idForColor={account.key}
      aria-hidden="true"
    />
  );
}
