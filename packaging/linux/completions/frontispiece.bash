# Completion of frontispiece for bash.

_frontispiece() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command='' options files='*.@(md|mdx|markdown|mdoc)' index
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
            render | apply | check)
                ((index == 1)) && command=${COMP_WORDS[index]}
                ;;
        esac
    done

    case $previous in
        --site)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$word")
            return
            ;;
        --html | --png | --shot | --out)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            return
            ;;
        --width | --size)
            return
            ;;
    esac

    case $command in
        render) options='--help --site --html --embed --png --width --json --quiet' ;;
        apply) options='--help --out --diff --json --quiet' files='*.@(md|mdx|markdown|mdoc|jsonl)' ;;
        check) options='--help --site --json --quiet' ;;
        *) options='--help --site --smoke --shot --size --version' ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi

    compopt -o filenames
    local restore
    restore=$(shopt -p extglob)
    shopt -s extglob
    mapfile -t COMPREPLY < <(
        compgen -d -- "$word"
        compgen -f -X "!$files" -- "$word"
    )
    eval "$restore"
    if ((COMP_CWORD == 1)); then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W 'render apply check' -- "$word")
    fi
}

complete -F _frontispiece frontispiece
