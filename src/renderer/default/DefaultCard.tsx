import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { accountLabel, stateMeanings, stateNames } from '../../shared/format.ts';
import { ContextName } from '../contexts/ContextName.tsx';
import { CurrentTenant, useCurrentContext } from '../contexts/CurrentContext.tsx';
import { Called } from '../labels/Called.tsx';
import { useCliDefault } from '../azure-cli/use-cli-default.ts';
import { focusSubscriptions } from '../panels/navigation.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useCopyDetail } from '../problem/use-remedy.ts';
import type { Choice } from '../../shared/what-to-choose.ts';
import { whatToChoose } from '../../shared/what-to-choose.ts';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './DefaultCard.module.css';
import { GetTokenButton } from './GetTokenButton.tsx';
import { useDefault } from './use-default.ts';

/** Where the person points: always in sight. */
export function DefaultCard() {
  const { lost } = useSlice('selection');
  const chosen = useDefault();
  const current = useCurrentContext();
  const choice = whatToChoose({
    accounts: useSlice('accounts'),
    tenants: useSlice('tenants'),
    subscriptions: useSlice('subscriptions'),
    discovery: useSlice('discovery'),
  });
  return (
    <section
      className={styles.card}
      data-lost={(chosen === undefined && lost !== undefined) || undefined}
      aria-label="Default subscription"
    >
      {chosen !== undefined ? (
        <Chosen {...chosen} />
      ) : lost !== undefined ? (
        <Lost name={lost.displayName} subscriptionId={lost.subscriptionId} />
      ) : current !== undefined && current.subscriptionId === undefined ? (
        <CurrentTenant context={current} />
      ) : choice === 'some' ? (
        <None />
      ) : (
        <NothingToChoose choice={choice} />
      )}
    </section>
  );
}

function Chosen({ subscription, tenant, account }: NonNullable<ReturnType<typeof useDefault>>) {
  const copy = useCopyDetail();
  const current = useCurrentContext();
  const { key: subscriptionKey, displayName, subscriptionId, state } = subscription;
  return (
    <>
      <div className={styles.text}>
        <p className={styles.label}>
          <span>Default subscription</span>
          {current !== undefined && <ContextName context={current} />}
        </p>
        <p className={styles.name} title={displayName}>
          {displayName}
        </p>
        <p className={styles.line}>
          <Called
            labelKey={subscription.tenantKey}
            name={tenant?.displayName ?? subscription.tenantId}
          />
          {account !== undefined && <Called labelKey={account.key} name={accountLabel(account)} />}
          <span className={styles.idGroup}>
            <span className={styles.id}>{subscriptionId}</span>
            <Button
              appearance="transparent"
              size="small"
              icon={<CopyRegular />}
              aria-label="Copy the default’s subscription ID"
              title="Copy subscription ID"
              onClick={() =>
                void copy({ kind: 'subscription-id', subscriptionKey }, 'Subscription ID')
              }
            />
          </span>
        </p>
        {state !== 'Enabled' && (
          <p className={styles.state}>
            <span className={styles.icon}>
              <WarningRegular />
            </span>
            <span>
              <strong>{stateNames[state]}.</strong> {stateMeanings[state]}
            </span>
          </p>
        )}
      </div>
      <GetTokenButton />
    </>
  );
}

function Lost({ name, subscriptionId }: { name: string; subscriptionId: string }) {
  return (
    <div className={styles.lost} role="alert">
      <span className={styles.lostIcon}>
        <WarningRegular />
      </span>
      <div className={styles.text}>
        <p className={styles.name}>Your default subscription is gone</p>
        <p className={styles.detail}>
          “{name}” (<span className={styles.id}>{subscriptionId}</span>) can no longer be reached.
          Nothing was chosen in its place.
        </p>
      </div>
      <Button appearance="primary" onClick={focusSubscriptions}>
        Choose another
      </Button>
    </div>
  );
}

/** Nothing in the list can be the default; its tenants still have tokens. */
function NothingToChoose({ choice }: { choice: Exclude<Choice, 'some'> }) {
  const tenant = useSlice('tenants').find(({ status }) => status.kind === 'ready');
  return (
    <>
      <div className={styles.text}>
        <p className={styles.label}>Default subscription</p>
        <p className={styles.name}>No subscription to point at</p>
        <p className={styles.detail}>
          {choice === 'none-yet'
            ? 'Not everything could be read; the list says what helps.'
            : 'The list has none.'}{' '}
          {tenant !== undefined
            ? 'You can get a token for a tenant all the same.'
            : choice === 'none' && 'Refresh it once you were given access to one.'}
        </p>
      </div>
      {tenant !== undefined && (
        <GetTokenButton target={{ kind: 'tenant', tenantKey: tenant.key }} />
      )}
    </>
  );
}

function None() {
  const offered = useCliDefault();
  const choose = useAction('choose-default');
  if (offered === undefined) {
    return (
      <div className={styles.text}>
        <p className={styles.label}>Default subscription</p>
        <p className={styles.name}>Choose where you point</p>
        <p className={styles.detail}>
          Pick a subscription in the list: press Enter on it, or click the circle before its name.
          Tokens and tools use it unless you say otherwise.
        </p>
      </div>
    );
  }
  return (
    <>
      <div className={styles.text}>
        <p className={styles.label}>Azure CLI’s default</p>
        <p className={styles.name} title={offered.displayName}>
          {offered.displayName}
        </p>
        <p className={styles.detail}>
          Point there too, or pick another subscription in the list. Tokens and tools use it unless
          you say otherwise.
        </p>
        {choose.problem !== undefined && <ProblemBox problem={choose.problem} place={{}} />}
      </div>
      <Button
        appearance="primary"
        disabledFocusable={choose.busy}
        onClick={() => void choose.start({ subscriptionKey: offered.key })}
      >
        Use it here too
      </Button>
    </>
  );
}
