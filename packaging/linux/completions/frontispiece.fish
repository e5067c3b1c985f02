# Completion of frontispiece for fish.

set -l commands render apply check
set -l none "not __fish_seen_subcommand_from $commands"

complete -c frontispiece -f
complete -c frontispiece -k -a '(__fish_complete_suffix .md .mdx .markdown .mdoc)'
complete -c frontispiece -n __fish_use_subcommand -a render -d 'Write a page as HTML or as a picture'
complete -c frontispiece -n __fish_use_subcommand -a apply -d 'Make edits from a script'
complete -c frontispiece -n __fish_use_subcommand -a check -d 'List what could not be understood'
complete -c frontispiece -s h -l help -d 'Show how it is used'

complete -c frontispiece -n $none -l site -x -a '(__fish_complete_directories)' -d 'Site of a page that lies elsewhere'
complete -c frontispiece -n $none -l smoke -d 'Drive the window once through its main job'
complete -c frontispiece -n $none -l shot -r -F -d 'Leave a picture of the window'
complete -c frontispiece -n $none -l size -x -d 'Size of the window, as WxH'
complete -c frontispiece -n $none -l version -d 'Show the version'

set -l render '__fish_seen_subcommand_from render'
complete -c frontispiece -n $render -l site -x -a '(__fish_complete_directories)' -d 'Site of a page that lies elsewhere'
complete -c frontispiece -n $render -l html -r -F -d 'One static file with its CSS inside'
complete -c frontispiece -n $render -l embed -d 'Put pictures and fonts inside the HTML, too'
complete -c frontispiece -n $render -l png -r -F -d 'A picture of the whole page'
complete -c frontispiece -n $render -l width -x -d 'Width of the picture in pixels'
complete -c frontispiece -n $render -l json -d 'What was written, as JSON'
complete -c frontispiece -n $render -s q -l quiet -d 'Show neither progress nor warnings'

set -l apply '__fish_seen_subcommand_from apply'
complete -c frontispiece -n $apply -a '(__fish_complete_suffix .jsonl)'
complete -c frontispiece -n $apply -l out -r -F -d 'Write there, and leave the page as it is'
complete -c frontispiece -n $apply -l diff -d 'Print what would change'
complete -c frontispiece -n $apply -l json -d 'What was written, as JSON'
complete -c frontispiece -n $apply -s q -l quiet -d 'Show neither progress nor warnings'

set -l check '__fish_seen_subcommand_from check'
complete -c frontispiece -n $check -l site -x -a '(__fish_complete_directories)' -d 'Site of a page that lies elsewhere'
complete -c frontispiece -n $check -l json -d 'The list as JSON'
complete -c frontispiece -n $check -s q -l quiet -d 'Show neither progress nor warnings'
